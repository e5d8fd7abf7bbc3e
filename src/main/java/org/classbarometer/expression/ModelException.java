package org.classbarometer.expression;

import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.jspecify.annotations.Nullable;

/// A model file that cannot be used. The message names the file, what is wrong with it and the way
/// out; the model in use before stays in use.
public final class ModelException extends UserProblem {
    private ModelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// @param key of the text; its first argument is the file
    static ModelException of(String key, Object... arguments) {
        return new ModelException(Text.of(key, arguments), null);
    }

    static ModelException because(Throwable cause, String key, Object... arguments) {
        return new ModelException(Text.of(key, arguments), cause);
    }
}
