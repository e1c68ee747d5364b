package io.frontdesk.retrieval.paraphrase;

import java.util.Map;
import java.util.Set;

/** The words that make a sentence of what the others are about. */
final class FunctionWords {
    static final Map<String, Asked> QUESTION_WORDS = Map.of(
            "how",
            Asked.HOW,
            "where",
            Asked.WHERE,
            "who",
            Asked.WHO,
            "whom",
            Asked.WHO,
            "why",
            Asked.WHY,
            "what",
            Asked.WHAT);

    static final Map<String, Asked> OPENERS = Map.ofEntries(
            Map.entry("can", Asked.CAN),
            Map.entry("could", Asked.CAN),
            Map.entry("may", Asked.CAN),
            Map.entry("might", Asked.CAN),
            Map.entry("do", Asked.DOES),
            Map.entry("does", Asked.DOES),
            Map.entry("is", Asked.DOES),
            Map.entry("are", Asked.DOES),
            Map.entry("am", Asked.DOES),
            Map.entry("will", Asked.WILL),
            Map.entry("would", Asked.WILL),
            Map.entry("shall", Asked.WILL),
            Map.entry("should", Asked.MUST),
            Map.entry("must", Asked.MUST),
            Map.entry("did", Asked.DID),
            Map.entry("was", Asked.DID),
            Map.entry("were", Asked.DID),
            Map.entry("has", Asked.DID),
            Map.entry("have", Asked.DID),
            Map.entry("had", Asked.DID));

    static final Set<String> AUXILIARIES = Set.of(
            "can", "could", "may", "might", "do", "does", "is", "are", "am", "will", "would", "shall", "did", "was",
            "were", "has", "have", "had", "be", "been", "being", "having", "done");

    static final Set<String> STATES = Set.of("is", "are", "am");

    /** What one is obliged to, wherever it stands. */
    static final Set<String> DUTIES = Set.of(
            "must",
            "should",
            "need",
            "needs",
            "needed",
            "require",
            "requires",
            "required",
            "necessary",
            "mandatory",
            "compulsory",
            "obligatory");

    static final Set<String> PERMISSIONS = Set.of("possible", "allowed", "permitted");

    static final Set<String> PERMITTING = Set.of("can", "could", "may", "might");

    /** What begins the main clause after a subordinate one: if I cancel, will I be charged. */
    static final Set<String> SUBJECTS = Set.of("i", "we", "you", "it", "there", "the", "my", "your", "this", "that");

    static final Set<String> DETERMINERS =
            Set.of("a", "an", "the", "my", "your", "our", "this", "that", "these", "those", "any", "some");

    static final Set<String> NEGATIONS =
            Set.of("not", "never", "no", "without", "neither", "nor", "nobody", "nothing", "none");

    static final Set<String> CLAUSES = Set.of("if", "unless", "because", "although", "while", "whenever");

    static final Set<String> ROLES = Set.of(
            "from",
            "after",
            "before",
            "during",
            "until",
            "till",
            "since",
            "than",
            "instead",
            "between",
            "against",
            "except",
            "excluding",
            "including",
            "per",
            "over",
            "under",
            "above",
            "below",
            "beyond",
            "outside",
            "inside");

    /** Where they are, it matters what is given and what is taken. */
    static final Set<String> EXCHANGES = Set.of(
            "exchange",
            "swap",
            "replace",
            "convert",
            "switch",
            "upgrade",
            "downgrade",
            "transfer",
            "move",
            "migrate",
            "change",
            "trade",
            "substitute",
            "compare",
            "prefer",
            "translate",
            "from",
            "turn");

    static final Set<String> EXCHANGE_ROLES = Set.of("to", "into", "for", "with", "by", "onto");

    static final Set<String> FILLERS = Set.of(
            "a",
            "an",
            "the",
            "this",
            "that",
            "these",
            "those",
            "it",
            "its",
            "there",
            "and",
            "as",
            "such",
            "any",
            "some",
            "one",
            "ones",
            "please",
            "hi",
            "hello",
            "hey",
            "thanks",
            "thank",
            "just",
            "really",
            "actually",
            "currently",
            "exactly",
            "also",
            "so",
            "then",
            "ever",
            "still",
            "yet",
            "already",
            "very",
            "quite",
            "well",
            "ok",
            "okay",
            "hence",
            "my",
            "our",
            "your",
            "me",
            "us",
            "i",
            "we",
            "you",
            "myself",
            "yourself",
            "which",
            "kindly",
            "possibly",
            "normally",
            "usually",
            "generally",
            "typically",
            "approximately",
            "roughly",
            "though",
            "but",
            "to",
            "own",
            "got",
            "etc",
            "oh",
            "dear",
            "sir",
            "madam",
            "everyone",
            "guys",
            "would",
            "else's",
            "whether",
            "possible",
            "allowed",
            "permitted");

    private FunctionWords() {}
}
