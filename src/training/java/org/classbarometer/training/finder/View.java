package org.classbarometer.training.finder;

/// How a piece lies in a photograph: where its middle is, how large a pixel of the photograph becomes,
/// by how much it is turned, whether it is mirrored.
///
/// @param x of the middle, in pixels of the photograph
/// @param scaleX pixels of the piece for one of the photograph, more than 0
/// @param angle in radians
/// @param width of the piece, in pixels
record View(
        double x,
        double y,
        double scaleX,
        double scaleY,
        double angle,
        boolean mirrored,
        int width,
        int height) {

    /// Where a point of the piece lies in the photograph.
    double photoX(double pieceX, double pieceY) {
        double across = (pieceX - width / 2.0) * (mirrored ? -1 : 1);
        double down = pieceY - height / 2.0;
        return x + (across * Math.cos(angle) + down * Math.sin(angle)) / scaleX;
    }

    double photoY(double pieceX, double pieceY) {
        double across = (pieceX - width / 2.0) * (mirrored ? -1 : 1);
        double down = pieceY - height / 2.0;
        return y + (down * Math.cos(angle) - across * Math.sin(angle)) / scaleY;
    }

    /// The box of a face, which is thought of as an ellipse that fills its box: the box of the turned
    /// ellipse.
    Area piece(Area photo) {
        double across = (photo.middleX() - x) * scaleX;
        double down = (photo.middleY() - y) * scaleY;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double turnedX = (across * cos - down * sin) * (mirrored ? -1 : 1);
        double turnedY = across * sin + down * cos;
        double a = photo.width() * scaleX / 2;
        double b = photo.height() * scaleY / 2;
        double halfWidth = Math.hypot(a * cos, b * sin);
        double halfHeight = Math.hypot(a * sin, b * cos);
        return new Area(
                width / 2.0 + turnedX - halfWidth,
                height / 2.0 + turnedY - halfHeight,
                2 * halfWidth,
                2 * halfHeight);
    }
}
