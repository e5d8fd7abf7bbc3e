package org.classbarometer.cli;

import org.classbarometer.setup.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/// What `--version` says.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "ClassBarometer " + ProgramVersion.number(), "Java " + Runtime.version()
        };
    }
}
