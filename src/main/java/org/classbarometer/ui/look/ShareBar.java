package org.classbarometer.ui.look;

import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/// A horizontal bar filled to a share, in a label's colour and pattern.
public final class ShareBar extends Region {
    private final Rectangle filled = Nodes.styled(new Rectangle(), "share-bar-fill");
    private double share;

    public ShareBar() {
        getStyleClass().add("share-bar");
        filled.setManaged(false);
        getChildren().add(filled);
        setMinWidth(24);
    }

    public ShareBar(Paint fill) {
        this();
        fill(fill);
    }

    /// A bar of another label, or of another theme.
    public void fill(Paint fill) {
        filled.setFill(fill);
    }

    /// @param to in [0, 1]
    public void set(double to) {
        if (to != share) {
            share = to;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        filled.setWidth(snapSizeX(Math.clamp(share, 0, 1) * getWidth()));
        filled.setHeight(getHeight());
        filled.setArcWidth(6);
        filled.setArcHeight(6);
    }
}
