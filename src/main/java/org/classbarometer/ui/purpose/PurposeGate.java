package org.classbarometer.ui.purpose;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.look.Scope;

/// The window's screen, or in its place the questions where and for what, as long as they are asked.
public final class PurposeGate extends StackPane {
    private final PurposeViewModel model;
    private final Node screen;
    private final Dialogs dialogs;
    private Optional<Scope> asked = Optional.empty();

    /// @param scope ends with the screen
    public PurposeGate(PurposeViewModel model, Node screen, Dialogs dialogs, Scope scope) {
        this.model = model;
        this.screen = screen;
        this.dialogs = dialogs;
        getChildren().add(screen);
        if (model.asking().get()) {
            model.relist();
        }
        scope.watch(model.asking(), this::show);
        sceneProperty()
                .subscribe((_, scene) -> {
                    if (scene == null) {
                        endQuestions();
                    }
                });
    }

    private void endQuestions() {
        asked.ifPresent(Scope::close);
        asked = Optional.empty();
    }

    private void show(boolean asking) {
        screen.setVisible(!asking);
        endQuestions();
        getChildren().setAll(screen);
        if (asking) {
            Scope scope = new Scope();
            asked = Optional.of(scope);
            getChildren().add(new PurposeScreen(model, dialogs, scope));
        }
    }
}
