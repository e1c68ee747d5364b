package io.frontdesk.ingestion.web;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.kit.outbound.OutboundError;
import io.frontdesk.kit.outbound.OutboundGuard;
import io.frontdesk.kit.outbound.OutboundUrl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A page that is to be fetched for a document.
 *
 * @param host that it is asked of, with its port
 * @param recrawl after what time it is looked at again; never where absent
 */
public record WantedPage(String url, String host, @Nullable Duration recrawl) {
    /**
     * A page by its URL.
     *
     * @param field that holds the URL
     * @throws InvalidField where that is none
     */
    public static WantedPage of(String field, String url, @Nullable Duration recrawl) {
        try {
            return new WantedPage(url, OutboundUrl.parse(url).authority(), recrawl);
        } catch (OutboundError.Refused e) {
            throw refused(field, e);
        }
    }

    /**
     * Judges it as far as that can be done without asking what its host resolves to.
     *
     * @throws InvalidField where it may not be asked, whatever that is
     */
    public void check(OutboundGuard guard, String field) {
        try {
            guard.read(url);
        } catch (OutboundError.Refused e) {
            throw refused(field, e);
        }
    }

    private static InvalidField refused(String field, OutboundError.Refused why) {
        return new InvalidField(field, "may not be fetched: " + why.getMessage());
    }
}
