/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

/** A collection whose documents expire. Reading never finds an expired one; sweeping makes room. */
public interface Expiring {

    /** What has expired goes for good. */
    void sweep();
}
