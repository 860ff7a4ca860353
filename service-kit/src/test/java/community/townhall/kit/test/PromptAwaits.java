/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets every {@code await()} look at once, and then twenty times a second: by default it first waits for a tenth of a
 * second, and there are thousands of them whose condition holds already.
 */
public final class PromptAwaits implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(50));
    }
}
