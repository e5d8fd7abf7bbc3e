package org.classbarometer.web;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.classbarometer.web.Origin.Credentials;

/// Answers a server that asks for user name and password: Digest (RFC 7616, MD5 and SHA-256), as most
/// network cameras want it, or Basic (RFC 7617).
final class Authorization {
    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,]+))");

    private final Credentials credentials;
    private final Map<String, String> digest;
    private final SecureRandom random = new SecureRandom();
    private int count;

    private Authorization(Credentials credentials, Map<String, String> digest) {
        this.credentials = credentials;
        this.digest = digest;
    }

    /// @param challenges the `WWW-Authenticate` headers
    /// @return empty when nothing asked for can be answered
    static Optional<Authorization> of(List<String> challenges, Credentials credentials) {
        Optional<Authorization> digest =
                challenges.stream()
                        .filter(challenge -> is(challenge, "digest"))
                        .map(Authorization::parameters)
                        .filter(Authorization::isKnown)
                        .findFirst()
                        .map(asked -> new Authorization(credentials, asked));
        return digest.or(() ->
                challenges.stream().anyMatch(challenge -> is(challenge, "basic"))
                        ? Optional.of(new Authorization(credentials, Map.of()))
                        : Optional.empty());
    }

    private static boolean is(String challenge, String scheme) {
        return challenge.strip().toLowerCase(Locale.ROOT).startsWith(scheme);
    }

    private static Map<String, String> parameters(String challenge) {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(challenge.strip().substring("digest".length()));
        while (matcher.find()) {
            String quoted = matcher.group(2);
            parameters.put(
                    matcher.group(1).toLowerCase(Locale.ROOT),
                    quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
        }
        return parameters;
    }

    private static boolean isKnown(Map<String, String> asked) {
        return asked.containsKey("nonce")
                && algorithm(asked).toUpperCase(Locale.ROOT).matches("(MD5|SHA-256)(-SESS)?");
    }

    private static String algorithm(Map<String, String> asked) {
        return asked.getOrDefault("algorithm", "MD5");
    }

    /// The header for a GET of this address.
    String header(URI address) {
        return digest.isEmpty() ? basic() : digest(address);
    }

    private String basic() {
        String both = credentials.name() + ":" + credentials.password();
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private String digest(URI address) {
        String algorithm = algorithm(digest);
        String uri =
                address.getRawPath()
                        + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        String realm = digest.getOrDefault("realm", "");
        String nonce = digest.getOrDefault("nonce", "");
        String own = new BigInteger(64, random).toString(16);
        String number = "%08x".formatted(++count);
        String who = hash(credentials.name() + ":" + realm + ":" + credentials.password());
        if (algorithm.toLowerCase(Locale.ROOT).endsWith("-sess")) {
            who = hash(who + ":" + nonce + ":" + own);
        }
        String what = hash("GET:" + uri);
        boolean protectedOnce =
                List.of(digest.getOrDefault("qop", "").split("\\s*,\\s*")).contains("auth");
        String proof =
                protectedOnce
                        ? hash(String.join(":", who, nonce, number, own, "auth", what))
                        : hash(String.join(":", who, nonce, what));
        StringBuilder header =
                new StringBuilder(
                        "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", algorithm=%s, response=\"%s\""
                                .formatted(
                                        quoted(credentials.name()),
                                        quoted(realm),
                                        quoted(nonce),
                                        uri,
                                        algorithm,
                                        proof));
        if (protectedOnce) {
            header.append(", qop=auth, nc=").append(number);
            header.append(", cnonce=\"").append(own).append('"');
        }
        if (digest.containsKey("opaque")) {
            header.append(", opaque=\"").append(quoted(digest.get("opaque"))).append('"');
        }
        return header.toString();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private String hash(String text) {
        String name =
                algorithm(digest).toUpperCase(Locale.ROOT).startsWith("SHA") ? "SHA-256" : "MD5";
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance(name)
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
