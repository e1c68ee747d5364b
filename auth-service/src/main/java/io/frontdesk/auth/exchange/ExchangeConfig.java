package io.frontdesk.auth.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is exchanged at once: when gateways lose what they know, all callers come at the same time. */
@ConfigMapping(prefix = "frontdesk.exchange")
public interface ExchangeConfig {
    /** How many credentials are looked up at once; about as many as there are connections to the database. */
    @WithDefault("24")
    int concurrency();

    /** How many more may wait, at less than a millisecond each; the rest is answered with 503. */
    @WithDefault("1000")
    int waiting();
}
