package org.classbarometer.cli.common;

import org.classbarometer.setup.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/// What `--version` says.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "ClassBarometer " + ProgramVersion.number(), "Java " + Runtime.version()
        };
    }
}
