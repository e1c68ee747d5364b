package io.frontdesk.local.suite;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Limits of the gateway for a suite on one machine: on every plan but the free one a tenant may ask as much as benchmarks and tests
 * do, and this machine's address is not counted. The free plan is as in production, to be looked at.
 */
final class RaisedLimits {
    private static final String MUCH = "1000000000";

    private RaisedLimits() {}

    /** As environment variables. */
    static Map<String, String> variables() {
        var variables = new TreeMap<String, String>();
        Stream.of("STANDARD", "STANDARD_ROUTES_SEARCH", "GOLD", "OPERATOR")
                .flatMap(plan -> Stream.of(plan + "_CALLER", plan + "_TENANT"))
                .flatMap(subject -> Stream.of(subject + "_PER_MINUTE", subject + "_PER_HOUR", subject + "_BURST"))
                .forEach(limit -> variables.put("FRONTDESK_ADMISSION_PLANS_" + limit, MUCH));
        variables.put("LIMITS_EXEMPT_NETWORKS", "127.0.0.0/8,::1/128");
        return variables;
    }
}
