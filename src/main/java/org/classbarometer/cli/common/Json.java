package org.classbarometer.cli.common;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// How the commands write JSON.
public final class Json {
    private Json() {}

    /// Everything outside ASCII is escaped, so that the terminal's character set does not matter.
    public static JsonMapper mapper() {
        return JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    }
}
