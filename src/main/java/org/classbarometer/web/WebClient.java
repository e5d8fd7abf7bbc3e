package org.classbarometer.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.classbarometer.web.WebException.Reason;
import org.jspecify.annotations.Nullable;

/// Asks one host for what it has: the host whose address was typed. Used on one thread; closed by
/// its owner, which ends every connection.
public final class WebClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTS = 5;

    private final Origin origin;
    private final HttpClient http;
    private @Nullable Authorization authorization;

    /// @param typed `http` or `https`, with a host
    /// @param authorities a file with certificates that are trusted beside the usual ones
    /// @throws WebException when the file cannot be used
    public WebClient(URI typed, Optional<Path> authorities) throws WebException {
        this.origin = Origin.of(typed);
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(PATIENCE)
                        .sslContext(Authorities.context(authorities))
                        .build();
    }

    /// What lies at the address that was typed.
    public WebAnswer get() throws WebException, InterruptedIOException {
        return get(origin.address(), 0);
    }

    /// What lies at an address that an answer named.
    ///
    /// @param from the address of that answer
    /// @param target relative to it, or whole
    /// @param start the first byte wanted
    /// @throws WebException with [Reason#ELSEWHERE] when that is another host
    public WebAnswer get(URI from, String target, long start)
            throws WebException, InterruptedIOException {
        return get(origin.follow(from, target), start);
    }

    private WebAnswer get(URI first, long start) throws WebException, InterruptedIOException {
        URI address = first;
        boolean asked = false;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; ) {
            HttpResponse<InputStream> answer = send(address, start);
            int status = answer.statusCode();
            if (status / 100 == 2) {
                return answer(address, answer, start);
            }
            close(answer);
            if (status == 401 && !asked && authorize(answer)) {
                asked = true;
            } else if (status / 100 == 3 && answer.headers().firstValue("Location").isPresent()) {
                address = origin.follow(address, answer.headers().firstValue("Location").get());
                redirects++;
            } else {
                throw refused(status);
            }
        }
        throw new WebException(Reason.UNREACHABLE, "too many redirects", null);
    }

    private boolean authorize(HttpResponse<InputStream> answer) {
        Optional<Authorization> possible =
                origin.credentials()
                        .flatMap(credentials ->
                                Authorization.of(
                                        answer.headers().allValues("WWW-Authenticate"),
                                        credentials));
        authorization = possible.orElse(null);
        return possible.isPresent();
    }

    private static WebException refused(int status) {
        Reason reason =
                switch (status) {
                    case 401, 403 -> Reason.PASSWORD;
                    case 404, 410 -> Reason.NOT_FOUND;
                    default -> Reason.STATUS;
                };
        return new WebException(reason, Integer.toString(status), null);
    }

    private HttpResponse<InputStream> send(URI address, long start)
            throws WebException, InterruptedIOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("User-Agent", "ClassBarometer")
                        .header("Accept", "*/*");
        if (start > 0) {
            request.header("Range", "bytes=" + start + "-");
        }
        if (authorization != null) {
            request.header("Authorization", authorization.header(address));
        }
        try {
            // The client would tell an unknown host as a failed connection.
            InetAddress.getByName(address.getHost());
            return http.send(request.build(), _ -> new Body());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (UnknownHostException unknown) {
            throw new WebException(Reason.UNKNOWN_HOST, address.getHost(), unknown);
        } catch (HttpTimeoutException late) {
            throw new WebException(Reason.SILENT, "", late);
        } catch (SSLException untrusted) {
            throw new WebException(Reason.CERTIFICATE, words(untrusted), untrusted);
        } catch (ConnectException failed) {
            String words = failed.getMessage();
            throw new WebException(
                    Reason.UNREACHABLE, words == null ? "Connection refused" : words, failed);
        } catch (IOException failed) {
            throw new WebException(Reason.UNREACHABLE, words(failed), failed);
        }
    }

    private static String words(Throwable failed) {
        Throwable deepest = failed;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    private static WebAnswer answer(URI address, HttpResponse<InputStream> answer, long start)
            throws WebException {
        if (start > 0 && answer.statusCode() != 206) {
            close(answer);
            throw new WebException(Reason.STATUS, Integer.toString(answer.statusCode()), null);
        }
        return new WebAnswer(
                address,
                WebAnswer.bare(answer.headers().firstValue("Content-Type").orElse("")),
                answer.headers().firstValueAsLong("Content-Length"),
                answer.headers().firstValue("Accept-Ranges").orElse("").contains("bytes"),
                answer.body());
    }

    private static void close(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException _) {
            // What is not read need not end well.
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
