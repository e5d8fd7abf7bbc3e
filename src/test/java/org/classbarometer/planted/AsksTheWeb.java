package org.classbarometer.planted;

import java.net.http.HttpClient;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.NOTHING_TALKS_TO_A_NETWORK)
final class AsksTheWeb {
    private AsksTheWeb() {}

    static HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
