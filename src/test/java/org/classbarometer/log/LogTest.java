package org.classbarometer.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogTest {
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    @Test
    void warnings_go_to_the_terminal_and_to_no_file() {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

        assertThat(root.getLevel()).isEqualTo(Level.WARN);
        List<Appender<?>> appenders = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(appenders::add);
        assertThat(appenders)
                .singleElement()
                .isInstanceOfSatisfying(
                        ConsoleAppender.class,
                        console -> assertThat(console.getTarget()).isEqualTo("System.err"));
    }

    @Test
    void no_password_gets_into_a_log_line_or_its_stack_trace() {
        String line =
                new LogLine()
                        .doLayout(
                                new LoggingEvent(
                                        "",
                                        context.getLogger(LogTest.class),
                                        Level.WARN,
                                        "lost {}",
                                        new IllegalArgumentException(
                                                "at 7: http://b:geheim@camera.local"),
                                        new Object[] {"rtsp://admin:geheim@camera.local/a"}));

        assertThat(line)
                .containsPattern(
                        "^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  LogTest: lost rtsp://camera.local/a\\R")
                .contains("http://camera.local")
                .doesNotContain("geheim");
        assertThat(line.split("IllegalArgumentException", -1)).as("told once").hasSize(2);
    }
}
