package io.frontdesk.gateway.exact;

import io.frontdesk.contracts.TenantState;
import io.frontdesk.contracts.reuse.AnswerKind;
import io.frontdesk.contracts.reuse.SettledKind;
import java.util.List;
import java.util.Optional;

/**
 * What an answer of a tenant has to rest on to be given again, as the tenant's state says where a request is let in.
 *
 * @param knowledgeVersion of the tenant at this moment
 * @param kind how its answers are made at this moment
 */
public record Basis(long knowledgeVersion, AnswerKind kind) {
    /** The attribute of an identity that holds it, where it is known. */
    public static final String ATTRIBUTE = Basis.class.getName();

    /** The attribute that holds whether the tenant's state could be read at all. */
    public static final String TOLD = ATTRIBUTE + ".told";

    /** The fields of the {@link TenantState} from which it is read. */
    public static final List<String> FIELDS =
            List.of(TenantState.KNOWLEDGE_VERSION, TenantState.ANSWER_SETTINGS_VERSION, TenantState.ANSWER_KIND);

    /** Under which nothing has been settled. */
    private static final long NO_SETTINGS = 0;

    /**
     * The basis that these fields tell; empty where they do not tell all, or tell how answers were made under other settings.
     *
     * @param values of {@link #FIELDS}
     */
    public static Optional<Basis> of(List<Optional<String>> values) {
        long settings = values.get(1).map(Long::parseLong).orElse(NO_SETTINGS);
        return values.get(0).map(Long::parseLong).flatMap(knowledge -> values.get(2)
                .flatMap(SettledKind::parse)
                .filter(settled -> settled.settingsVersion() == settings)
                .map(settled -> new Basis(knowledge, settled.kind())));
    }
}
