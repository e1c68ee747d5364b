package io.frontdesk.generation.choice;

import io.frontdesk.generation.pool.Tier;
import java.util.List;

/**
 * The model that a question needs.
 *
 * @param reasons what speaks for the strong one; {@code simple} where nothing does, {@code chosen} where the tenant did
 */
public record ModelChoice(Tier tier, List<String> reasons) {
    public ModelChoice {
        reasons = List.copyOf(reasons);
    }
}
