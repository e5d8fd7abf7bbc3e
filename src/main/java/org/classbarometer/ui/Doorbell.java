package org.classbarometer.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a second start reaches the window that is open already: a socket in the user's data folder, which
/// nobody else can enter and no network leads to.
record Doorbell(Optional<ServerSocketChannel> channel, Path file) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);
    private static final int LONGEST_TEXT = 8192;
    private static final long PATIENCE_SECONDS = 3;
    private static final byte HEARD = 1;

    /// Listens until closed. Where the system has no such sockets, or the folder's name is too long for
    /// one, nothing is ever heard.
    ///
    /// @param userData whoever calls holds the lock of this folder: a socket that lies there is left over
    /// @param heard is given what the caller shall play, empty for nothing; on a thread of its own
    static Doorbell listen(Path userData, Consumer<String> heard) {
        Path file = file(userData);
        Optional<ServerSocketChannel> channel = open(file);
        channel.ifPresent(open ->
                Thread.ofPlatform().daemon().name("doorbell").start(() -> answer(open, heard)));
        return new Doorbell(channel, file);
    }

    private static Optional<ServerSocketChannel> open(Path file) {
        try {
            Files.deleteIfExists(file);
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.bind(UnixDomainSocketAddress.of(file));
                return Optional.of(channel);
            } catch (IOException | RuntimeException unbound) {
                channel.close();
                throw unbound;
            }
        } catch (IOException | RuntimeException deaf) {
            LOG.debug("A second start will not be heard: {}", deaf.toString());
            return Optional.empty();
        }
    }

    /// Calls the window that is open.
    ///
    /// @param text what it shall play, empty for nothing
    /// @return whether it has heard
    static boolean ring(Path userData, String text) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("ring")
                .start(() -> answer.complete(called(file(userData), text)));
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean called(Path file, String text) {
        try (SocketChannel window = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            ByteBuffer words = UTF_8.encode(text);
            while (words.hasRemaining()) {
                int _ = window.write(words);
            }
            window.shutdownOutput();
            return window.read(ByteBuffer.allocate(1)) == 1;
        } catch (IOException | RuntimeException nobody) {
            LOG.debug("The open window does not hear: {}", nobody.toString());
            return false;
        }
    }

    private static Path file(Path userData) {
        return userData.resolve("running.socket").toAbsolutePath();
    }

    private static void answer(ServerSocketChannel channel, Consumer<String> heard) {
        while (channel.isOpen()) {
            try (SocketChannel caller = channel.accept()) {
                ByteBuffer words = ByteBuffer.allocate(LONGEST_TEXT);
                int read;
                do {
                    read = caller.read(words);
                } while (read >= 0 && words.hasRemaining());
                heard.accept(UTF_8.decode(words.flip()).toString());
                int _ = caller.write(ByteBuffer.wrap(new byte[] {HEARD}));
            } catch (IOException gone) {
                LOG.debug("A caller went away, or the window closes: {}", gone.toString());
            }
        }
    }

    @Override
    public void close() {
        if (channel.isEmpty()) {
            return;
        }
        try {
            channel.get().close();
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.debug("The next start deletes {}: {}", file.getFileName(), left.toString());
        }
    }
}
