package io.frontdesk.generation.classify;

import java.util.regex.Pattern;

/** Who complains, by how English says it. Words come in lower case and without apostrophes. */
final class Anger {
    private static final String BUSINESS =
            "(?:service|services|company|shop|store|support|experience|you|guys|people|customer|staff|website|site"
                    + "|app|team|courier|treatment|delivery|business|policy|attitude|bot|chatbot|employees|place|time)";

    private static final String BAD =
            "(?:terrible|horrible|awful|useless|dreadful|worst|ridiculous|shocking|pathetic|rude|incompetent|poor|shameful|rubbish|crap|garbage)";

    private static final Pattern ANGER = either(
            "\\b(?:make|file|submit|lodge|raise|register|have) (?:a |an |my )?(?:formal |official |serious )*complaint\\b",
            "\\b(?:want|like|need|going|wish|here) to complain\\b",
            "\\b(?:unacceptable|outrageous|disgraceful|disgusting|appalling|scandalous)\\b",
            "\\b" + BAD + "\\b(?: \\w+){0,4}? " + BUSINESS + "\\b",
            "\\b" + BUSINESS + "\\b(?: \\w+){0,4}? " + BAD + "\\b",
            "\\b(?:am|im|are|were|we are|feel|so|very|extremely|absolutely|really|totally) (?:\\w+ ){0,2}?"
                    + "(?:disappointed|angry|furious|frustrated|upset|annoyed|dissatisfied|unhappy|livid|outraged|disgusted)\\b",
            "\\b(?:fed up|sick and tired|sick of|had enough|lost patience|losing my patience)\\b",
            "\\bnever (?:buy|order|buying|ordering|shop|shopping|use|using|come|coming) (?:\\w+ ){0,4}?again\\b",
            "\\bwaste of (?:my )?(?:time|money)\\b",
            "\\b(?:you|they) (?:all )?(?:scammed|ripped|cheated|robbed|lied|stole)\\b",
            "\\b(?:this is|what|youre|you are|its|just) (?:\\w+ )?(?:an? |such an? )?(?:scam|rip ?off|joke|scammers|thieves|liars|shambles)\\b",
            "\\bi (?:will|am going to|ll) (?:sue|report) you\\b");

    /** Asked of the business, and not for an answer. */
    private static final Pattern RHETORICAL = either(
            "\\bwhy (?:is|are) (?:you|your|this)(?: \\w+){0,4}? " + BAD + "\\b",
            "\\b(?:what (?:is|the hell is)|whats) wrong with you\\b",
            "\\bare you (?:kidding|joking|serious|stupid)\\b",
            "\\bhow dare you\\b",
            "\\bis this (?:a|some kind of) joke\\b");

    private static final Pattern ASKS = Pattern.compile(
            "^(?:please )?(?:who|what(?! an? )|whats|when|where|why|how|which|whose|can|could|do|does|did|is|are|was|were|will|would|should|may|am|has|have)\\b"
                    + "|\\b(?:how (?:do|can|long|much|many|to)|when (?:will|does|do|can|is)|where (?:is|are|can|do)|can (?:i|you|we)|could (?:i|you)"
                    + "|what (?:is|are|do|can|should|happens)|do you|is there|are there|am i)\\b");

    private Anger() {}

    /** A question that is put in anger is a question; except where it asks for nothing. */
    static boolean isComplaint(String said, boolean hasQuestionMark) {
        if (RHETORICAL.matcher(said).find()) {
            return true;
        }
        return ANGER.matcher(said).find()
                && !hasQuestionMark
                && !ASKS.matcher(said).find();
    }

    private static Pattern either(String... forms) {
        return Pattern.compile(String.join("|", forms));
    }
}
