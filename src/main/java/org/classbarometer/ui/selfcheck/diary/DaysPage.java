package org.classbarometer.ui.selfcheck.diary;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.selfcheck.card.Cards;
import org.classbarometer.ui.selfcheck.model.DiaryModel;
import org.classbarometer.ui.selfcheck.model.DiaryModel.State;
import org.classbarometer.ui.selfcheck.model.SelfCheckTexts;

/// The days as a chart and as a sentence; and whether suggestions are wanted.
public final class DaysPage extends VBox {
    public DaysPage(DiaryModel diary, ObservableValue<Boolean> dark, Scope scope) {
        super(12);
        TrendChart chart = new TrendChart();
        Label words = Cards.text("");
        words.setId("trend-words");
        CheckBox suggestions = new CheckBox(Text.of("selfcheck.suggestions"));
        suggestions.setId("suggestions");
        suggestions.setWrapText(true);
        suggestions.setAccessibleHelp(Text.of("selfcheck.suggestions.help"));
        suggestions.setOnAction(_ -> diary.silence(!suggestions.isSelected()));
        VBox days =
                Cards.card(
                        "days",
                        Cards.heading(Text.of("selfcheck.days")),
                        chart,
                        words,
                        Cards.muted(Text.of("selfcheck.days.note")));
        VBox quiet =
                Cards.card(
                        "suggestions-card",
                        suggestions,
                        Cards.muted(Text.of("selfcheck.suggestions.help")));
        Label locked = Cards.muted(Text.of("selfcheck.days.locked"));
        getChildren().addAll(locked, days, quiet);
        scope.watch(
                diary.trend(),
                trend -> {
                    chart.show(trend);
                    words.setText(SelfCheckTexts.days(trend));
                });
        scope.watch(dark, now -> chart.palette(new Palette(now)));
        scope.watch(diary.silenced(), silenced -> suggestions.setSelected(!silenced));
        // There is nowhere to remember the choice before there is a diary.
        scope.watch(diary.entries(), entries -> suggestions.setDisable(entries.isEmpty()));
        scope.watch(
                diary.state(),
                state -> {
                    Nodes.show(locked, state == State.LOCKED);
                    Nodes.show(days, state != State.LOCKED);
                    Nodes.show(quiet, state != State.LOCKED);
                });
    }
}
