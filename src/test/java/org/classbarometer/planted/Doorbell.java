package org.classbarometer.planted;

import java.io.IOException;
import java.net.Socket;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.THE_DOORBELL_KNOWS_NO_NETWORK)
final class Doorbell {
    private Doorbell() {}

    static Socket ring() throws IOException {
        return new Socket("localhost", 1);
    }
}
