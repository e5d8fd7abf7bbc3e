package org.classbarometer.planted;

import java.io.IOException;
import java.net.Socket;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.NOTHING_TALKS_TO_A_NETWORK)
final class OpensASocket {
    private OpensASocket() {}

    static Socket open() throws IOException {
        return new Socket("localhost", 1);
    }
}
