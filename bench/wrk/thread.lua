dofile(os.getenv("BENCH_SCRIPTS") .. "/common.lua")
function request() return readThread() end
