/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.passkey.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.passkey.Passkey;
import community.townhall.gateway.passkey.Passkeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** Spring Security's port and ours, on one collection. The bytes of a user's handle are those of the account's id. */
@Repository
@ConditionalOnBuiltInIdentity
class MongoPasskeys implements UserCredentialRepository, Passkeys {

    private static final String ACCOUNT = "accountId";

    private final MongoOperations mongo;

    MongoPasskeys(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(PasskeyDocument.class).createIndex(new Index(ACCOUNT, Sort.Direction.ASC));
    }

    @Document("passkeys")
    record PasskeyDocument(
            @Id String id,
            String accountId,
            String label,
            byte[] publicKey,
            long signatureCount,
            boolean uvInitialized,
            Set<String> transports,
            boolean backupEligible,
            boolean backupState,
            byte @Nullable [] attestationObject,
            Instant createdAt,
            Instant lastUsedAt) {

        static PasskeyDocument of(CredentialRecord record) {
            @Nullable Bytes attestation = record.getAttestationObject();
            return new PasskeyDocument(
                    record.getCredentialId().toBase64UrlString(),
                    text(record.getUserEntityUserId()),
                    record.getLabel(),
                    record.getPublicKey().getBytes(),
                    record.getSignatureCount(),
                    record.isUvInitialized(),
                    record.getTransports().stream()
                            .map(AuthenticatorTransport::getValue)
                            .collect(Collectors.toSet()),
                    record.isBackupEligible(),
                    record.isBackupState(),
                    attestation == null ? null : attestation.getBytes(),
                    record.getCreated(),
                    record.getLastUsed());
        }

        CredentialRecord toRecord() {
            return ImmutableCredentialRecord.builder()
                    .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                    .credentialId(Bytes.fromBase64(id))
                    .userEntityUserId(new Bytes(accountId.getBytes(StandardCharsets.UTF_8)))
                    .label(label)
                    .publicKey(new ImmutablePublicKeyCose(publicKey))
                    .signatureCount(signatureCount)
                    .uvInitialized(uvInitialized)
                    .transports(transports.stream()
                            .map(AuthenticatorTransport::valueOf)
                            .collect(Collectors.toSet()))
                    .backupEligible(backupEligible)
                    .backupState(backupState)
                    .attestationObject(attestationObject == null ? null : new Bytes(attestationObject))
                    .created(createdAt)
                    .lastUsed(lastUsedAt)
                    .build();
        }

        Passkey toPasskey() {
            return new Passkey(id, accountId, label, createdAt, lastUsedAt);
        }
    }

    @Override
    public void save(CredentialRecord record) {
        PasskeyDocument passkey = PasskeyDocument.of(record);
        Update used =
                new Update().set("signatureCount", passkey.signatureCount()).set("lastUsedAt", passkey.lastUsedAt());
        boolean known = mongo.updateFirst(query(where("_id").is(passkey.id())), used, PasskeyDocument.class)
                        .getMatchedCount()
                == 1;
        if (!known) {
            mongo.insert(passkey);
        }
    }

    @Override
    public void delete(Bytes credentialId) {
        mongo.remove(query(where("_id").is(credentialId.toBase64UrlString())), PasskeyDocument.class);
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        @Nullable PasskeyDocument found = mongo.findById(credentialId.toBase64UrlString(), PasskeyDocument.class);
        return found == null ? null : found.toRecord();
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return documents(text(userId)).stream().map(PasskeyDocument::toRecord).toList();
    }

    @Override
    public List<Passkey> ofAccount(String accountId) {
        return documents(accountId).stream().map(PasskeyDocument::toPasskey).toList();
    }

    @Override
    public boolean remove(String accountId, String id) {
        return mongo.remove(query(where("_id").is(id).and(ACCOUNT).is(accountId)), PasskeyDocument.class)
                        .getDeletedCount()
                == 1;
    }

    @Override
    public void removeAllOf(String accountId) {
        mongo.remove(query(where(ACCOUNT).is(accountId)), PasskeyDocument.class);
    }

    private List<PasskeyDocument> documents(String accountId) {
        return mongo.find(
                query(where(ACCOUNT).is(accountId)).with(Sort.by(Sort.Direction.DESC, "createdAt")),
                PasskeyDocument.class);
    }

    private static String text(Bytes bytes) {
        return new String(bytes.getBytes(), StandardCharsets.UTF_8);
    }
}
