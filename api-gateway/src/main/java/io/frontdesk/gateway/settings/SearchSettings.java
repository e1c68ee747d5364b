package io.frontdesk.gateway.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's settings of the search.
 *
 * @param synonyms at most 200 groups of 2 to 10 words or phrases that mean the same, each of 1 to 60 characters
 */
record SearchSettings(@Nullable List<@Nullable List<@Nullable String>> synonyms) {}
