package org.classbarometer.planted;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.NOTHING_TALKS_TO_A_NETWORK)
final class OpensAChannel {
    private OpensAChannel() {}

    static SocketChannel open() throws IOException {
        return SocketChannel.open();
    }
}
