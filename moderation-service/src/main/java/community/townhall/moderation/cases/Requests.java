/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

/** Which requests were made, so that none is carried out under the key of another, whatever each is about. */
public interface Requests {

    /**
     * What is known of that id.
     *
     * @param hash of the request that has it: the one given, unless another came before
     * @param isNew whether it has it since now
     */
    record Claim(String hash, boolean isNew) {}

    /** Gives the id to the request with that hash, unless another has it. */
    Claim claim(String id, String hash);

    /** That request was refused, so that nothing was made of it: another may have the id. */
    void release(String id);
}
