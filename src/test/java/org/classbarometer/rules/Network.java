package org.classbarometer.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/// What could open a connection. Addresses as text (`java.net.URI`) and asking the system for the
/// number behind a name (`InetAddress`) are no connection.
final class Network {
    static final DescribedPredicate<JavaClass> TALKERS =
            DescribedPredicate.describe(
                    "open connections",
                    type ->
                            type.getName()
                                            .matches(
                                                    "java\\.nio\\.channels\\..*(Socket|Datagram).*|javax\\.net\\..*"
                                                            + "|java\\.rmi\\..*|com\\.sun\\.net\\..*"
                                                            + "|javafx\\.scene\\.web\\..*")
                                    || type.getPackageName().equals("java.net.http")
                                    || (type.getPackageName().equals("java.net")
                                            && !type.getSimpleName()
                                                    .matches(
                                                            "URI|URISyntaxException|URLDecoder|URLEncoder|URL"
                                                                    + "|InetAddress|UnknownHostException")));

    /// The same but for channels over a socket that is a file.
    static final DescribedPredicate<JavaClass> REACHING_OUT =
            TALKERS.and(
                            DescribedPredicate.not(
                                    DescribedPredicate.describe(
                                            "sockets that are files",
                                            type ->
                                                    type.getName()
                                                            .matches(
                                                                    "java\\.nio\\.channels\\.(Server)?SocketChannel"
                                                                            + "|java\\.net\\.(StandardProtocolFamily|UnixDomainSocketAddress"
                                                                            + "|SocketAddress|ProtocolFamily)"))))
                    .as("reach out of the machine");

    private Network() {}
}
