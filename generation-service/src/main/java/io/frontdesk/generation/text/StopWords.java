package io.frontdesk.generation.text;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that say nothing of what a sentence is about; among them those with which questions begin. */
final class StopWords {
    private static final Set<String> WORDS =
            Arrays.stream("""
                    a about according again all also am an and any anyone anything are as at be because been before being but by can can't
                    cannot could couldn't did didn't do does doesn't doing don't done each either else ever for from get gets
                    getting give go goes going got had has have having he help her here hers him his how however i i'd i'll
                    i'm i've if in into is isn't it it's its just kind know let like long many may me might mine more most much must my
                    need needs no not now of off on once one only or other our ours out over own please put same shall she
                    should so some somebody someone something still such take takes tell than that that's the their theirs
                    them then there there's these they thing things this those through to too under until up us use very want
                    wants was we were what what's when where where's whether which while who whom whose why will with within without
                    won't would you you'd you'll you're your yours hello hi hey thanks thank
                    """.split("\\s+")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());

    private StopWords() {}

    static boolean contains(String lowerCaseWord) {
        return WORDS.contains(lowerCaseWord.replace('\u2019', '\''));
    }
}
