/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.web;

import com.nulabinc.zxcvbn.Zxcvbn;
import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.identity.PasswordRules;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Guesses as crackers do: lists of common passwords, names and words, keyboard runs, dates, and the usual twists of each
 * (Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016).
 */
@Component
@ConditionalOnBuiltInIdentity
class ZxcvbnGuessers implements PasswordRules.Guessers {

    /** More guesses than that, and guessing over the network is hopeless. */
    private static final double SOON = 1e8;

    /** What is longer than that is not on any list, and estimating it would take long. */
    private static final int READ = 40;

    private final Zxcvbn zxcvbn = new Zxcvbn();

    @Override
    public boolean findSoon(String password, List<String> hints) {
        return password.length() <= READ && zxcvbn.measure(password, hints).getGuesses() < SOON;
    }
}
