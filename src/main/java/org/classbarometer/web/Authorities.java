package org.classbarometer.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.classbarometer.web.WebException.Reason;

/// Whose signature under a certificate counts: the authorities that come with Java, and those of a
/// file, such as a school's own.
final class Authorities {
    private Authorities() {}

    /// @param own one or more certificates, PEM or DER
    static SSLContext context(Optional<Path> own) throws WebException {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            if (own.isPresent()) {
                KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
                all.load(null, null);
                int number = 0;
                for (TrustManager manager : factory.getTrustManagers()) {
                    if (manager instanceof X509TrustManager known) {
                        for (X509Certificate authority : known.getAcceptedIssuers()) {
                            all.setCertificateEntry("java-" + number++, authority);
                        }
                    }
                }
                for (Certificate authority : read(own.get())) {
                    all.setCertificateEntry("own-" + number++, authority);
                }
                factory.init(all);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            if (unusable instanceof WebException known) {
                throw known;
            }
            throw new IllegalStateException("no TLS", unusable);
        }
    }

    private static Collection<? extends Certificate> read(Path file) throws WebException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (read.isEmpty()) {
                throw new WebException(Reason.AUTHORITIES, file.toString(), null);
            }
            return read;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new WebException(Reason.AUTHORITIES, file.toString(), unusable);
        }
    }
}
