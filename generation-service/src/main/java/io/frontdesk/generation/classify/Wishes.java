package io.frontdesk.generation.classify;

import java.util.regex.Pattern;

/** Who wants a human, by how English says it. Words come in lower case and without apostrophes. */
final class Wishes {
    private static final String HUMAN =
            "(?:humans?|person|people|agents?|representatives?|reps?|operators?|someone|somebody|anyone|staff"
                    + "|employees?|advis[oe]rs?|managers?|supervisors?|specialists?|consultants?|colleagues?|your team|boss"
                    + "|customer (?:service|services|care|support)|support|sales team|live chat)";

    private static final String PLAIN_HUMAN =
            "(?:human(?: being)?|person|agent|representative|rep|operator|manager|supervisor|advisor|adviser)";

    private static final String REAL =
            "(?:a |an |the |some |your |any )?(?:real |live |actual |human |proper |different |another )*";

    private static final Pattern WISH = either(
            "\\b(?:talk|speak|chat|talking|speaking|chatting) (?:to|with) (?:\\w+ ){0,4}?" + HUMAN + "\\b",
            "\\b(?:connect|transfer|put|pass|hand|forward|redirect|escalate)(?:ed|ring|red)? (?:me |us |this |it |my \\w+ |the \\w+ )?"
                    + "(?:over |through |on )?(?:to|with) (?:\\w+ ){0,4}?" + HUMAN + "\\b",
            "\\b(?:get|give|send|find|bring) me (?:in touch with )?" + REAL + HUMAN + "\\b",
            "\\b(?:want|need|id like|would like|prefer|demand|wanna see|wanna have) (?:to (?:see|have|reach|get) )?"
                    + REAL + PLAIN_HUMAN
                    + "(?:$| (?:to (?:help|talk|speak|call)|please|now|instead|not|who (?:can|will) help|on the (?:phone|line)))",
            "^(?:no )?" + REAL
                    + "(?:human(?: being)?|person|agent|representative|operator|supervisor)(?: (?:please|pls|now|asap))*$",
            "^(?:please )?(?:can|could|would|will) (?:you|someone|somebody|anyone|a \\w+) (?:please )?(?:call|phone|ring|contact) me\\b",
            "^(?:please )?(?:call|phone|ring) me\\b",
            "\\b(?:person|human|someone|somebody|anyone|agent|people) (?:\\w+ ){0,2}?(?:i|we) (?:can|could) (?:talk|speak|chat) (?:to|with)\\b",
            "\\b(?:dont|do not|not|stop) (?:want to )?(?:be )?(?:talk|speak|chat|talking|speaking|chatting)(?:ing)? (?:to|with) (?:an? )?"
                    + "(?:\\w+ )?(?:bot|robot|machine|chatbot|computer|ai)\\b",
            "\\bescalate (?:this|it|my \\w+)\\b",
            "\\bis there (?:a |any )?(?:real )?(?:human|person) (?:here|there|available|around)\\b");

    /** Who asks when, where or with whom it can be done, reports that it was, or need not do it. */
    private static final Pattern ASKED_ABOUT = either(
            "^(?:what|whats|which|when|where|why|who|whom|how (?:much|long|many|late|early|often|soon))\\b",
            "\\b(?:do|does|did|must|should|shall) (?:i|we|you|my \\w+) (?:need to |have to |really )*(?:talk|speak|chat|escalate|connect|transfer)\\b",
            "\\b(?:was|were|been|after|before|while|when|without|if i|keep) (?:talk|speak|chat)(?:ing)?\\b",
            "\\bon (?:weekends?|sundays?|saturdays?|weekdays?|(?:bank |public )?holidays?)\\b",
            "\\bwithout (?:having to )?(?:talk|speak|chat)(?:ing)?\\b",
            "\\b(?:dont|do not|didnt|did not|never|not|wont|cannot|cant) (?:need to |have to |want to |like to )*(?:talk|speak|chat)(?:ing)? (?:to|with)"
                    + "(?! (?:an? )?(?:\\w+ )?(?:bot|robot|machine|chatbot|computer|ai)\\b)");

    private Wishes() {}

    static boolean wantsHuman(String said) {
        return WISH.matcher(said).find() && !ASKED_ABOUT.matcher(said).find();
    }

    private static Pattern either(String... forms) {
        return Pattern.compile(String.join("|", forms));
    }
}
