dofile(os.getenv("BENCH_SCRIPTS") .. "/common.lua")
-- 80 % reads, 15 % comments and reactions, 5 % posts.
function request()
  local dice = math.random(100)
  if dice <= 30 then return readFeed() end
  if dice <= 60 then return readThread() end
  if dice <= 80 then return readComments() end
  if dice <= 90 then return vote() end
  if dice <= 95 then return comment() end
  return post()
end
