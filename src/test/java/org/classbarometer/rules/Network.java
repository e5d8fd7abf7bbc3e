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

    private Network() {}
}
