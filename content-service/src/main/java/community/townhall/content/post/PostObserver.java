/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

/** Wants to know at once what this instance changed, where an event would come late. */
public interface PostObserver {

    /** Called once the change is written. */
    void changed(Post post);
}
