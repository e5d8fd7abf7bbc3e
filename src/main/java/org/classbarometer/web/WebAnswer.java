package org.classbarometer.web;

import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.OptionalLong;

/// A server's successful answer.
///
/// @param address where it came from, after redirects, without user name and password
/// @param contentType in small letters, without parameters; empty when the server says none
/// @param length bytes still to come; empty when the server does not say
/// @param seekable whether parts of it can be asked for
/// @param body read on one thread, waits a few seconds at most, ends on interruption; closed by
///     whoever asked
public record WebAnswer(
        URI address, String contentType, OptionalLong length, boolean seekable, InputStream body) {
    /// The same, to be read from its beginning to its end only.
    public WebAnswer onlyForward() {
        return new WebAnswer(address, contentType, OptionalLong.empty(), false, body);
    }

    static String bare(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        return type.strip().toLowerCase(Locale.ROOT);
    }
}
