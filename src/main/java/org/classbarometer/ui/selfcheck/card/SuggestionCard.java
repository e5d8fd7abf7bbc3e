package org.classbarometer.ui.selfcheck.card;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.classbarometer.selfcheck.Suggestion;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.selfcheck.model.DiaryModel;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel.Tab;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// One friendly suggestion, offered once; put away with one click, silenced with another.
public final class SuggestionCard extends VBox {
    private final Label title = Cards.heading("");
    private final Label words = Cards.text("");
    private final Button help;

    private final SelfCheckViewModel model;

    /// @param showHelp opens the places to turn to
    public SuggestionCard(SelfCheckViewModel model, Runnable showHelp, Scope scope) {
        super(10);
        this.model = model;
        DiaryModel diary = model.diary();
        Nodes.named(this, "suggestion", "selfcheck-card", "selfcheck-suggestion");
        words.setId("suggestion-words");
        help =
                Cards.button(
                        "suggestion-help",
                        MaterialDesignL.LIFEBUOY,
                        "selfcheck.suggestion.help",
                        showHelp);
        Button later =
                Cards.button(
                        "suggestion-later",
                        MaterialDesignC.CHECK,
                        "selfcheck.suggestion.later",
                        diary::dismissOffer);
        Button never =
                Cards.button(
                        "suggestion-silence",
                        MaterialDesignB.BELL_OFF_OUTLINE,
                        "selfcheck.suggestion.never",
                        () -> diary.silence(true),
                        Styles.FLAT);
        never.setAccessibleHelp(Text.of("selfcheck.suggestion.never.help"));
        FlowPane buttons = new FlowPane(8, 8, help, later, never);
        getChildren()
                .addAll(title, words, Cards.muted(Text.of("selfcheck.suggestion.why")), buttons);
        scope.watch(diary.offer(), _ -> show());
        scope.watch(model.page(), _ -> show());
        scope.watch(model.checkIn(), _ -> show());
    }

    // Not while someone writes or reads: it waits.
    private void show() {
        Optional<Suggestion> offer = model.diary().offer().get();
        boolean quiet =
                model.page().get() == Tab.DAYS
                        || (model.page().get() == Tab.NOW && model.checkIn().get().isEmpty());
        Nodes.show(this, offer.isPresent() && quiet);
        offer.ifPresent(suggestion -> {
            title.setText(Text.of("selfcheck.suggestion"));
            title.setGraphic(new FontIcon(icon(suggestion)));
            words.setText(
                    switch (suggestion) {
                        case TALK -> Text.of("selfcheck.suggestion.talk");
                        case BREATHE -> Text.of("selfcheck.suggestion.breathe");
                        case PAUSE -> Text.of("selfcheck.suggestion.pause");
                        case MUSIC -> Text.of("selfcheck.suggestion.music");
                    });
            Nodes.show(help, suggestion == Suggestion.TALK);
        });
    }

    private static Ikon icon(Suggestion suggestion) {
        return switch (suggestion) {
            case TALK -> MaterialDesignA.ACCOUNT_VOICE;
            case BREATHE -> MaterialDesignW.WEATHER_WINDY;
            case PAUSE -> MaterialDesignC.COFFEE_OUTLINE;
            case MUSIC -> MaterialDesignM.MUSIC_NOTE_OUTLINE;
        };
    }
}
