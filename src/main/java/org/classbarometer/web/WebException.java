package org.classbarometer.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Why an address gave nothing, not yet in the user's words: that needs to know what was being
/// opened.
public final class WebException extends IOException {
    private final Reason reason;
    private final String detail;

    /// What went wrong.
    public enum Reason {
        /// The name of the host is not known; the detail is the name.
        UNKNOWN_HOST,
        /// No connection; the detail is what the system said.
        UNREACHABLE,
        /// The connection broke; the detail is what the system said.
        BROKEN,
        /// It sends nothing.
        SILENT,
        NOT_FOUND,
        /// User name or password are missing or wrong.
        PASSWORD,
        /// An answer that is no success; the detail is its number.
        STATUS,
        /// It leads to a host that was not typed; the detail names it.
        ELSEWHERE,
        /// It leads from a protected connection to an open one; the detail is the address.
        UNPROTECTED,
        /// Its certificate is not trusted, or is not for this host; the detail says why.
        CERTIFICATE,
        /// The file with authorities cannot be used; the detail is the file.
        AUTHORITIES
    }

    WebException(Reason reason, String detail, @Nullable Throwable cause) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /// What belongs to the reason; empty where nothing does.
    public String detail() {
        return detail;
    }
}
