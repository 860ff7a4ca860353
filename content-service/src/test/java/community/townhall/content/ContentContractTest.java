/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content;

import community.townhall.kit.test.ServiceContract;
import community.townhall.kit.test.ServiceTest;

@ServiceTest
class ContentContractTest extends ServiceContract {}
