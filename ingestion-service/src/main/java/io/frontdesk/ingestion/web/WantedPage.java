package io.frontdesk.ingestion.web;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.kit.outbound.OutboundError;
import io.frontdesk.kit.outbound.OutboundGuard;
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
     * A page by its URL, as far as that can be judged without asking what its host resolves to.
     *
     * @param field that holds the URL
     * @throws InvalidField where it may not be asked, whatever that is
     */
    public static WantedPage of(OutboundGuard guard, String field, String url, @Nullable Duration recrawl) {
        try {
            return new WantedPage(url, guard.read(url).authority(), recrawl);
        } catch (OutboundError.Refused e) {
            throw new InvalidField(field, "may not be fetched: " + e.getMessage());
        }
    }
}
