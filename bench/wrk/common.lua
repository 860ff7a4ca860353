-- What all scenarios share: the members' tokens, the posts to act on, and a line of figures at the end.
local folder = os.getenv("BENCH_FOLDER")

function lines(name)
  local all = {}
  for line in io.lines(folder .. "/" .. name) do all[#all + 1] = line end
  return all
end

tokens = lines("tokens")
posts = lines("posts")
math.randomseed(os.time())

function any(list) return list[math.random(#list)] end

function headers() return { ["Authorization"] = "Bearer " .. any(tokens), ["Content-Type"] = "application/json" } end

local counter = 0
function unique()
  counter = counter + 1
  return tostring(os.time()) .. "-" .. tostring(math.random(1, 1000000000)) .. "-" .. counter
end

function readFeed() return wrk.format("GET", "/api/content/feeds/latest?limit=20", headers()) end
function readThread() return wrk.format("GET", "/api/content/posts/" .. any(posts) .. "/thread", headers()) end
function readComments() return wrk.format("GET", "/api/engagement/comments?post=" .. any(posts), headers()) end
function vote() return wrk.format("PUT", "/api/engagement/reactions/post/" .. any(posts) .. "/up", headers(), "{}") end
function comment()
  return wrk.format("POST", "/api/engagement/comments", headers(),
    '{"postId":"' .. any(posts) .. '","text":"A remark of some length, ' .. unique() .. '"}')
end
function post()
  return wrk.format("POST", "/api/content/posts", headers(),
    '{"kind":"DISCUSSION","title":"A title of some length","text":"A text of some length, ' .. unique() .. '","topics":["bench"]}')
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("FIGURES %d %d %d %d %d %d\n", summary.requests, summary.duration,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(95), latency:percentile(99)))
end
