package org.classbarometer.cli.common;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.classbarometer.evaluate.data.Split;
import org.classbarometer.evaluate.model.FaceLocation;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.Capture.Pace;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.law.Countries;
import org.classbarometer.report.ExportFormat;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.SessionId;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.text.Language;
import org.classbarometer.text.Text;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads option values from text, saying what is expected when they cannot be read.
public final class Arguments {
    private static final Pattern SPAN = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|min|h)?");

    private Arguments() {}

    /// Lets a command and its sub-commands read our own types, wherever an option has one.
    public static void teach(CommandLine line) {
        line.registerConverter(Duration.class, Arguments::span)
                .registerConverter(LabelSet.class, Arguments::labels)
                .registerConverter(ExecutionProvider.class, Arguments::provider)
                .registerConverter(FinderChoice.class, Arguments::finder)
                .registerConverter(Pace.class, Arguments::pace)
                .registerConverter(FaceLocation.class, Arguments::framing)
                .registerConverter(Masks.Region.class, Arguments::mask)
                .registerConverter(SessionId.class, Arguments::session)
                .registerConverter(ExportFormat.class, Arguments::format)
                .registerConverter(Place.class, Arguments::place)
                .registerConverter(Purpose.class, Arguments::purpose)
                .registerConverter(SourceChoice.class, Arguments::source)
                .registerConverter(Path.class, Arguments::path)
                .registerConverter(int.class, value -> number(value, Integer::valueOf))
                .registerConverter(Integer.class, value -> number(value, Integer::valueOf))
                .registerConverter(long.class, value -> number(value, Long::valueOf))
                .registerConverter(double.class, value -> number(value, Double::valueOf))
                .registerConverter(boolean.class, Arguments::flag);
    }

    static TypeConversionException refusal(String key, Object... arguments) {
        return new TypeConversionException(Text.of(key, arguments));
    }

    // A variable of the shell that is empty would mean the folder one stands in.
    private static Path path(String value) {
        if (value.isBlank()) {
            throw refusal("cli.argument.path");
        }
        return Path.of(value);
    }

    private static <T> T number(String value, Function<String, T> reader) {
        try {
            return reader.apply(value.strip());
        } catch (NumberFormatException _) {
            throw refusal("cli.argument.number", value);
        }
    }

    // Written alone it has no value.
    private static Boolean flag(String value) {
        if (value.equals("true") || value.equals("false")) {
            return Boolean.valueOf(value);
        }
        throw refusal("cli.argument.flag", value);
    }

    /// `30s`, `2m`, `1h`, `500ms`; a bare number counts seconds.
    private static Duration span(String value) {
        Matcher matcher = SPAN.matcher(value.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            String unit = matcher.group(2) == null ? "s" : matcher.group(2);
            double seconds =
                    Double.parseDouble(matcher.group(1))
                            * switch (unit) {
                                case "ms" -> 0.001;
                                case "m", "min" -> 60;
                                case "h" -> 3600;
                                default -> 1;
                            };
            // 100 years: beyond, nanoseconds do not fit.
            if (seconds > 0 && seconds < 100 * 365 * 86400.0) {
                return Duration.ofNanos((long) (seconds * 1e9));
            }
        }
        throw refusal("cli.argument.span", value);
    }

    /// What may be typed after `--labels`, for its help.
    public static final class LabelNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return LabelSet.VIEWS.stream().map(LabelSet::name).iterator();
        }
    }

    /// What may be typed after `--lang`, for its help.
    public static final class LanguageTags implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Language.WRITTEN.stream().map(Language::tag).iterator();
        }
    }

    /// What may be typed after `--format`, for its help.
    public static final class FormatWords implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ExportFormat.values()).map(ExportFormat::word).iterator();
        }
    }

    /// One of the label sets by its name.
    private static LabelSet labels(String value) {
        return LabelSet.view(value)
                .orElseThrow(() ->
                        refusal("cli.argument.labels", value, String.join(", ", new LabelNames())));
    }

    /// `cpu` or `cuda`.
    private static ExecutionProvider provider(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "cpu" -> ExecutionProvider.CPU;
            case "cuda" -> ExecutionProvider.CUDA;
            default -> throw refusal("cli.argument.provider", value);
        };
    }

    private static FinderChoice finder(String value) {
        return FinderChoice.named(value.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> refusal("cli.argument.finder", value));
    }

    /// `source`: at the source's own speed; `fast`: every frame, as fast as possible.
    private static Pace pace(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "source" -> Pace.SOURCE;
            case "fast" -> Pace.EVERY_FRAME;
            default -> throw refusal("cli.argument.pace", value);
        };
    }

    /// A part of FER2013 by its own word or ours; `all`.
    public static final class SplitReader implements ITypeConverter<Set<Split>> {
        @Override
        public Set<Split> convert(String value) {
            if (value.toLowerCase(Locale.ROOT).equals("all")) {
                return EnumSet.allOf(Split.class);
            }
            return Split.of(value)
                    .map(EnumSet::of)
                    .orElseThrow(() -> refusal("cli.argument.split", value));
        }
    }

    /// `auto`, `find` or `whole`.
    private static FaceLocation framing(String value) {
        return FaceLocation.of(value).orElseThrow(() -> refusal("cli.argument.faces", value));
    }

    /// `x,y,width,height` in fractions of the picture.
    private static Masks.Region mask(String value) {
        String[] parts = value.split(",", -1);
        try {
            if (parts.length == 4) {
                return new Masks.Region(
                        Double.parseDouble(parts[0].strip()),
                        Double.parseDouble(parts[1].strip()),
                        Double.parseDouble(parts[2].strip()),
                        Double.parseDouble(parts[3].strip()));
            }
        } catch (IllegalArgumentException _) {
            // Not a number, or outside the picture: refused below.
        }
        throw refusal("cli.argument.mask", value);
    }

    /// The number of a stored session.
    private static SessionId session(String value) {
        try {
            return new SessionId(Long.parseLong(value.strip()));
        } catch (NumberFormatException _) {
            throw refusal("report.command.session", value);
        }
    }

    /// One of the export formats by its word.
    private static ExportFormat format(String value) {
        return ExportFormat.of(value)
                .orElseThrow(() ->
                        refusal(
                                "report.command.format",
                                value,
                                String.join(", ", new FormatWords())));
    }

    /// Frames a second, more than none.
    public static final class RateReader implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                double rate = Double.parseDouble(text.strip());
                if (rate > 0 && Double.isFinite(rate)) {
                    return rate;
                }
            } catch (NumberFormatException _) {
                // Refused below.
            }
            throw refusal("cli.argument.rate", text);
        }
    }

    /// A number of people, at least 1.
    public static final class PeopleReader implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            try {
                int people = Integer.parseInt(value.strip());
                if (people >= 1) {
                    return people;
                }
            } catch (NumberFormatException _) {
                // Refused below.
            }
            throw refusal("cli.argument.people", value);
        }
    }

    /// A country by its ISO 3166-1 code.
    private static Place place(String value) {
        return Countries.of(value).orElseThrow(() -> refusal("cli.argument.place", value));
    }

    /// `class` or `self-check`.
    private static Purpose purpose(String value) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.word().equals(value.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> refusal("cli.argument.purpose", value));
    }

    /// What [SourceChoice] reads.
    private static SourceChoice source(String value) {
        try {
            return SourceChoice.parse(value);
        } catch (FrameSourceException misread) {
            throw new TypeConversionException(misread.getMessage());
        }
    }
}
