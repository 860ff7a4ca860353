dofile(os.getenv("BENCH_SCRIPTS") .. "/common.lua")
function request() return comment() end
