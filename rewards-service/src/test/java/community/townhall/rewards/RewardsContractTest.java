/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards;

import community.townhall.kit.test.ServiceContract;
import community.townhall.kit.test.ServiceTest;

/** What every service stands, this one does too. */
@ServiceTest
class RewardsContractTest extends ServiceContract {}
