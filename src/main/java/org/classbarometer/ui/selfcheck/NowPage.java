package org.classbarometer.ui.selfcheck;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.selfcheck.card.Cards;
import org.classbarometer.ui.selfcheck.card.CheckInCard;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// What self-check is and is not, or the moment being written about.
final class NowPage extends VBox {
    NowPage(SelfCheckViewModel model, Scope scope) {
        super(12);
        VBox about =
                Cards.card(
                        "about",
                        Cards.heading(Text.of("selfcheck.about")),
                        yours(model, scope),
                        Cards.withIcon(
                                MaterialDesignA.ACCOUNT_HEART_OUTLINE,
                                Text.of("selfcheck.about.free")),
                        Cards.withIcon(
                                MaterialDesignC.COMMENT_QUESTION_OUTLINE,
                                Text.of("selfcheck.about.word")),
                        Cards.withIcon(
                                MaterialDesignC.CONTENT_SAVE_OFF_OUTLINE,
                                Text.of("selfcheck.about.nothing")),
                        writeWithout(model));
        VBox place = new VBox();
        getChildren().addAll(place, about);
        scope.watch(
                model.checkIn(),
                moment -> {
                    place.getChildren().clear();
                    moment.ifPresent(form -> place.getChildren().add(new CheckInCard(form, model)));
                    Nodes.show(place, moment.isPresent());
                    Nodes.show(about, moment.isEmpty());
                });
    }

    private static Label yours(SelfCheckViewModel model, Scope scope) {
        Label yours = Cards.withIcon(MaterialDesignL.LOCK_OUTLINE, "");
        yours.setId("about-yours");
        scope.watch(
                model.diary().sealed(),
                sealed ->
                        yours.setText(
                                Text.of(
                                        sealed
                                                ? "selfcheck.about.yours"
                                                : "selfcheck.about.yours.open")));
        return yours;
    }

    private static Button writeWithout(SelfCheckViewModel model) {
        return Cards.button(
                "write",
                MaterialDesignP.PENCIL_OUTLINE,
                "selfcheck.write",
                model::writeWithoutReading);
    }
}
