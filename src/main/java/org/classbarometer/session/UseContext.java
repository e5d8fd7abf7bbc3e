package org.classbarometer.session;

/// Where and for what the program is used: asked at the first start, kept in the store's settings and
/// written into every session.
public record UseContext(Place place, Purpose purpose) {
    /// Whether the AI Act, Article 5(1)(f), prohibits it: inferring emotions of natural persons in
    /// education institutions of the European Union and the EEA. See docs/law.md.
    public boolean prohibited() {
        return purpose == Purpose.CLASS && place.inEuropeanEconomicArea();
    }
}
