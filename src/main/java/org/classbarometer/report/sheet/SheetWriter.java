package org.classbarometer.report.sheet;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.classbarometer.session.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the report of a session. Thread-safe.
///
/// @param locale language of the report
public record SheetWriter(Locale locale) {
    private static final Logger LOG = LoggerFactory.getLogger(SheetWriter.class);
    private static final String FONT = "Liberation Sans";

    /// One file that needs no other, light or dark as the reader's system, light on paper.
    public void html(Timeline timeline, Path file) throws IOException {
        String page = new Sheet(timeline, locale, new SvgElements()).page(resource("screen.css"));
        Files.writeString(file, "<!DOCTYPE html>\n" + page, StandardCharsets.UTF_8);
    }

    /// A4, tagged after PDF/UA, with its fonts in it.
    public void pdf(Timeline timeline, Path file) throws IOException {
        PdfElements drawings =
                new PdfElements(FontLetters.of(open("/liberation/LiberationSans-Regular.ttf")));
        String page = new Sheet(timeline, locale, drawings).page(resource("paper.css"));
        // What it has to say goes to our log below, not to the terminal.
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        // It also keeps the library from looking for fonts on the system, and from writing a list
        // of them into the user's home.
        builder.usePdfUaAccessibility(true);
        useFont(builder, "LiberationSans-Regular.ttf", 400);
        useFont(builder, "LiberationSans-Bold.ttf", 700);
        builder.useObjectDrawerFactory(drawings);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((_, _) -> false, when);
        }
        builder.withDiagnosticConsumer(warning -> LOG.debug("{}", warning.getFormattedMessage()));
        builder.withProducer("ClassBarometer");
        builder.withHtmlContent(page, "");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            builder.toStream(out);
            builder.run();
        }
    }

    private static void useFont(PdfRendererBuilder builder, String file, int weight) {
        builder.useFont(() -> open("/liberation/" + file), FONT, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(SheetWriter.class.getResourceAsStream(resource), resource);
    }

    private static String resource(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
