/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.community.member;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service that knows members, and does nothing else. */
@SpringBootApplication
class AcquaintedService {}
