package org.classbarometer.ui.selfcheck;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.selfcheck.help.Helplines;
import org.classbarometer.text.Text;
import org.classbarometer.ui.room.RoomBuilder;
import org.classbarometer.ui.room.RoomContext;
import org.classbarometer.ui.selfcheck.model.DiaryFiles;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel;
import org.classbarometer.ui.source.FilePicker;
import org.classbarometer.ui.source.SourceMenu;

/// Plugs self-check into the window.
///
/// @param watch takes what is chosen to be watched
/// @param cameras may block; called in the background
/// @param userData the user's data folder, where a list of helplines of one's own may be
/// @param country where the person probably is, ISO 3166-1 alpha-2; may be empty
public record SelfCheckRoom(
        SelfCheckViewModel model,
        Consumer<SourceChoice> watch,
        Supplier<List<CameraInfo>> cameras,
        Executor background,
        FilePicker pictures,
        DiaryFiles files,
        Path userData,
        Supplier<String> country)
        implements RoomBuilder {
    @Override
    public Region build(RoomContext context) {
        SourceMenu source =
                new SourceMenu(
                        cameras,
                        background,
                        model.camera().choice(),
                        watch,
                        pictures,
                        context.dialogs(),
                        context.scope());
        // The live room has one of its own in the same window.
        source.setId("selfcheck-source");
        return new SelfCheckView(model, source, files, () -> showHelp(context), context);
    }

    private void showHelp(RoomContext context) {
        Helplines helplines = Helplines.load(userData, Locale.getDefault(Locale.Category.DISPLAY));
        context.dialogs()
                .show(Text.of("selfcheck.help.title"), new HelpDialog(helplines, country.get()));
    }
}
