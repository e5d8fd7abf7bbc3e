package org.classbarometer.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out of what is shown, logged or written what gives access to a camera: user and password
/// in its address, in any of the places where cameras have them.
public final class Secrets {
    private static final String WORDS =
            "user|usr|login|account|pass|pwd|psw|psd|token|key|auth|secret|sign|credential";

    // rtsp://user:password@host
    private static final Pattern BEFORE_HOST = Pattern.compile("(://)[^/?#@\\s]*@");

    // The same with what an address may not hold, which is what makes most of them malformed; so
    // everything up to the last @ may belong to it.
    private static final Pattern ANYTHING_BEFORE_HOST =
            Pattern.compile("(?<![^\\s'\"=])([a-zA-Z][a-zA-Z0-9+.-]+:/{1,2})\\S.*@");

    // user:password@host, where the scheme was forgotten.
    private static final Pattern WITHOUT_SCHEME =
            Pattern.compile("[^\\s'\"/:@]{2,}:[^/\\s][^\\s]*@");

    // "?user=admin&pwd=..."
    private static final Pattern PARAMETER =
            Pattern.compile(
                    "(?i)([?&;][^=&;#\\s]*(?:" + WORDS + ")[^=&;#\\s]*=|[?&;](?:u|p)=)[^&;#\\s]*");

    // "/user=admin_password=..._channel=1.sdp", as many cheap recorders want it.
    private static final Pattern SEGMENT =
            Pattern.compile("(?i)/[^/?#\\s]*(?:" + WORDS + ")[^/?#\\s=]*=[^/?#\\s]*");

    private Secrets() {}

    /// @param text an address, or a text with addresses in it
    public static String without(String text) {
        String bare = BEFORE_HOST.matcher(text).replaceAll("$1");
        return bare.indexOf('=') < 0
                ? bare
                : SEGMENT.matcher(PARAMETER.matcher(bare).replaceAll("$1..."))
                        .replaceAll(Matcher.quoteReplacement("/..."));
    }

    /// The same of what was typed and could not be understood: rather too much is taken out.
    public static String withoutAny(String typed) {
        String bare = ANYTHING_BEFORE_HOST.matcher(typed).replaceAll("$1");
        return without(WITHOUT_SCHEME.matcher(bare).replaceAll(""));
    }
}
