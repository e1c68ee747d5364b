package io.frontdesk.auth.settings;

import io.frontdesk.auth.plans.PlansConfig.Plan;
import io.frontdesk.contracts.InvalidField;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant asks of the gateway.
 *
 * @param origins of websites whose scripts may call; none where there are none
 * @param perMinute requests in any minute; the plan's where it is absent
 * @param perHour requests in any hour; the plan's where it is absent
 */
record GatewaySettings(List<Origin> origins, Optional<Integer> perMinute, Optional<Integer> perHour) {
    static final GatewaySettings DEFAULT = new GatewaySettings(List.of(), Optional.empty(), Optional.empty());

    private static final int MAX_ORIGINS = 50;

    GatewaySettings {
        origins = origins.stream().distinct().toList();
        if (origins.size() > MAX_ORIGINS) {
            throw new InvalidField("cors.origins", "must be at most " + MAX_ORIGINS + ", are " + origins.size());
        }
        perMinute.ifPresent(limit -> requirePositive("limits.per_minute", limit));
        perHour.ifPresent(limit -> requirePositive("limits.per_hour", limit));
    }

    /**
     * Checks that the plan admits as much.
     *
     * @throws InvalidField where it does not
     */
    void requireWithin(Plan plan) {
        perMinute.ifPresent(limit -> requireAtMost("limits.per_minute", limit, plan.perMinute()));
        perHour.ifPresent(limit -> requireAtMost("limits.per_hour", limit, plan.perHour()));
    }

    /** As they hold under a plan, which may have become smaller since they were made. */
    GatewaySettings within(Plan plan) {
        return new GatewaySettings(
                origins, Optional.of(least(perMinute, plan.perMinute())), Optional.of(least(perHour, plan.perHour())));
    }

    private static int least(Optional<Integer> asked, int admitted) {
        return Math.min(asked.orElse(admitted), admitted);
    }

    private static void requirePositive(String field, int limit) {
        if (limit < 1) {
            throw new InvalidField(field, "must be positive, is " + limit);
        }
    }

    private static void requireAtMost(String field, int limit, int admitted) {
        if (limit > admitted) {
            throw new InvalidField(field, "must be at most " + admitted + ", the plan's, is " + limit);
        }
    }
}
