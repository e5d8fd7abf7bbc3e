package org.classbarometer.frame;

import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.jspecify.annotations.Nullable;

/// A frame source that cannot be opened or read, in the user's words.
public final class FrameSourceException extends UserProblem {
    private final Outlook outlook;

    /// Whether trying again can help.
    public enum Outlook {
        /// Trying again will not help: a damaged file, a wrong address.
        HOPELESS,
        /// It may come back if it was there before: an unplugged camera, a broken stream. When it was
        /// not there in the first place, the choice is wrong and the user should know at once.
        MAY_RETURN,
        /// It is there and will be free again: a camera that another program uses.
        BUSY
    }

    public FrameSourceException(String message, Outlook outlook, @Nullable Throwable cause) {
        super(message, cause);
        this.outlook = outlook;
    }

    /// @param key of its text
    public static FrameSourceException hopeless(
            @Nullable Throwable cause, String key, Object... arguments) {
        return new FrameSourceException(Text.of(key, arguments), Outlook.HOPELESS, cause);
    }

    /// @param key of its text
    public static FrameSourceException mayReturn(
            @Nullable Throwable cause, String key, Object... arguments) {
        return new FrameSourceException(Text.of(key, arguments), Outlook.MAY_RETURN, cause);
    }

    public FrameSourceException(String message, boolean mayReturn, @Nullable Throwable cause) {
        this(message, mayReturn ? Outlook.MAY_RETURN : Outlook.HOPELESS, cause);
    }

    public Outlook outlook() {
        return outlook;
    }

    /// True for an unplugged or busy camera and a broken stream: [Capture] waits and tries again.
    public boolean mayReturn() {
        return outlook != Outlook.HOPELESS;
    }
}
